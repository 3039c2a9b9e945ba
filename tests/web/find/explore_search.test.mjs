// What a text finds: Pagefind first, titles and summaries for what it does not hold, and alone where it fails.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ordering } from "../../../theme/web/explore_order.js";
import { fullText } from "../../../theme/web/full_text.js";
import { titleMatcher } from "../../../theme/web/title_match.js";
import { VOCABULARIES, practice } from "./explore_samples.mjs";

const PRACTICES = [
  practice({ title: "Ausbildung für Köche", summary: "Drei Tage in der Küche.", address: "practices/a/" }),
  practice({ title: "Mentors in small firms", summary: "Training of trainers.", address: "practices/b/" }),
  practice({ title: "Szkoła w Łodzi", summary: "For mentors and firms.", address: "practices/c/" }),
];
const PAGES = { one: "practices/c/", two: "practices/a/", other: "guidelines/b/" };

describe("titles and summaries", () => {
  const match = titleMatcher(PRACTICES);
  const cases = [
    ["kuche", [0]],
    ["KÖCHE", [0]],
    ["lodzi", [2]],
    ["mentors firms", [1, 2]],
    ["trainers mentors", [1]],
    ["entors", []],
    ["train.*", [1]],
    ["", []],
    ["…", []],
  ];
  for (const [text, places] of cases) test(`"${text}"`, () => assert.deepEqual(match(text), places));

  test("titles come before summaries", () => {
    const [one, two] = [practice({ summary: "About mentors." }), practice({ title: "Mentors at work" })];
    assert.deepEqual(titleMatcher([one, two])("mentor"), [1, 0]);
  });
});

describe("full text", () => {
  const finds = (...ids) => async () => ({ search: async () => ({ results: ids.map((id) => ({ id })) }), pages: PAGES });
  const ranked = ({ places, complete }) => [places, complete];

  test("the index ranks, pages of other kinds are left out, titles follow", async () => {
    const search = fullText(PRACTICES, finds("two", "other", "unknown", "one"));
    assert.deepEqual(ranked(await search("mentors")), [[0, 2, 1], true]);
  });

  test("without an index titles and summaries answer, and the answer says so", async () => {
    const search = fullText(PRACTICES, () => Promise.reject(new Error("offline")));
    assert.deepEqual(ranked(await search("mentors")), [[1, 2], false]);
  });

  test("an index that breaks is as good as none", async () => {
    const broken = { search: () => Promise.reject(new Error("broken")), pages: PAGES };
    assert.deepEqual(ranked(await fullText(PRACTICES, async () => broken)("kuche")), [[0], false]);
  });

  test("titles are looked through for what the search took the words for", async () => {
    const search = fullText(PRACTICES, async () => ({ search: async () => ({ results: [], corrected: "mentors" }), pages: PAGES }));
    const found = await search("mentrs");
    assert.deepEqual([ranked(found), found.corrected], [[[1, 2], true], "mentors"]);
  });

  test("the index is loaded once, at the first word", async () => {
    let loads = 0;
    const search = fullText(PRACTICES, () => ((loads += 1), finds("one")()));
    assert.equal(loads, 0);
    await Promise.all([search("a"), search("b")]);
    await search("a");
    assert.equal(loads, 1);
  });

  test("the same text again is not searched again", async () => {
    let searches = 0;
    const count = async () => ((searches += 1), { results: [] });
    const search = fullText(PRACTICES, async () => ({ search: count, pages: {} }));
    await search("a");
    await search("a");
    await search("b");
    assert.equal(searches, 2);
  });
});

describe("order", () => {
  const catalog = {
    vocabularies: VOCABULARIES,
    practices: [
      practice({ added: "2026-01-01", year: 2010 }),
      practice({ added: "2026-02-01", facets: { evidence: ["independent-study"] } }),
      practice({ added: "2026-01-01", year: 2020 }),
      practice({ added: "2026-01-01", year: 2020 }),
    ],
  };
  const found = { places: [3, 0, 2, 1], complete: true };
  const cases = [
    ["title", [0, 1, 2, 3]],
    ["newest", [1, 2, 3, 0]],
    ["evidence", [1, 0, 2, 3]],
    ["relevance", [3, 0, 2, 1]],
  ];
  test("only the places asked for", () => assert.deepEqual(ordering(catalog)([0, 3], "newest", null), [3, 0]));

  for (const [sort, places] of cases) test(sort, () => assert.deepEqual(ordering(catalog)([0, 1, 2, 3], sort, found), places));
});

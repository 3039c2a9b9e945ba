// The benchmark model that the tests of the questionnaire use.
import { readFileSync } from "node:fs";

export const repository = new URL("../../", import.meta.url);

/** Return the JSON of a file of the repository. */
export const readJson = (path) => JSON.parse(readFileSync(new URL(path, repository), "utf8"));

export const model = readJson("benchmark/vetwork_benchmark/vetwork-1.json");

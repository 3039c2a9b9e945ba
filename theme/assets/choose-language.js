// Leads from the root page to the language chosen last, else to the first of the browser's languages that exists.
const links = new Map([...document.querySelectorAll("a[data-language]")].map((link) => [link.dataset.language, link]));

function chosen() {
  try {
    return localStorage.getItem("vetwork-language");
  } catch {
    return null;
  }
}

const wanted = [chosen(), ...navigator.languages.flatMap((tag) => [tag, tag.split("-")[0]])];
const found = wanted.find((code) => links.has(code));
if (found) location.replace(links.get(found).href);

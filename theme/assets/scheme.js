// Applies the reader's choice of light or dark before the first paint. Without a choice the system decides.
try {
  const scheme = localStorage.getItem("vetwork-scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is blocked: the system decides.
}

// Ids of assessments: by chance, also where the page is not served over a secure connection.

/** Return a new id. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

// The one way to make elements, shared with the benchmark page: text is always set as text.
export { button, download, fill, h, setText } from "../../benchmark/web/dom.js";

// What every page of the book has besides its exercises: the base of all other scripts.
import "./download.js"; // Not used here: small tools that several other scripts take from this one.
import "./svg.js";
import { BrowserStore } from "./browser_store.js";
import { readManifest } from "./manifest.js";
import { startNear } from "./near.js";
import { OwnWordsElement } from "./own_words.js";
import { PrintView } from "./print_view.js";
import { ProgressElement } from "./progress.js";
import { define } from "./dom.js";
import { startShell } from "./shell.js";
import { ofPage } from "./store.js";

ofPage.store = new BrowserStore(readManifest());
define("sl-own-words", OwnWordsElement);
define("sl-progress", ProgressElement);
startShell();
// When all scripts have run that the page names itself.
document.addEventListener("DOMContentLoaded", startNear);

const print = new PrintView();
window.addEventListener("beforeprint", () => print.enter());
window.addEventListener("afterprint", () => print.leave());

// Just enough of a browser for scripts that define elements to be loaded in bare Node.
for (const name of ["HTMLElement", "HTMLDialogElement", "HTMLInputElement", "HTMLTextAreaElement", "HTMLDetailsElement"])
  globalThis[name] = class {};
globalThis.customElements = { get: () => undefined, define: () => undefined };
globalThis.window = globalThis;
globalThis.addEventListener = () => undefined;
globalThis.BroadcastChannel = undefined;
const nothing = { dataset: {}, lang: "en-GB" };
globalThis.document = {
  documentElement: nothing,
  getElementById: () => null,
  querySelector: () => null,
  querySelectorAll: () => [],
  addEventListener: () => undefined,
};

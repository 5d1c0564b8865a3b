// Just enough of a browser for scripts that define elements to be loaded in bare Node.
globalThis.HTMLElement = class {};
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

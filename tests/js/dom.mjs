// Just enough of a browser for modules that define elements to be loaded in bare Node.
globalThis.HTMLElement = class {};
globalThis.customElements = { get: () => undefined, define: () => undefined };

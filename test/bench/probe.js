/* global document, requestAnimationFrame, addEventListener */
// Runs in the measured page before anything of its own, the same in both pages. `main.ts` reads it through `globalThis.probe`.
(() => {
  const root = () => document.querySelector('job-application')?.shadowRoot ?? document;
  const firstField = () => root().querySelector('form input:not([type=hidden], [inert] *)');
  // Ours have a prefix.
  const field = (name) =>
    name ? root().querySelector(`form [name="f-${name}"], form [name="${name}"]`) : firstField();
  const errorCount = () => root().querySelectorAll('[part~=field-error], .field-error').length;

  /** Resolves with the time after the next frame is painted. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      });
    });

  const paintedWith = async (condition) => {
    for (;;) {
      const isMet = condition();
      const time = await painted();
      if (isMet) return time;
    }
  };

  let layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });

  let keysPainted = [];
  addEventListener('keydown', ({ timeStamp }) => keysPainted.push(painted().then((time) => time - timeStamp)), true);

  globalThis.probe = {
    usable: paintedWith(() => firstField()),
    layoutShift: () => layoutShift,
    focusField: (name) => field(name).focus(),
    typed: (name) => field(name).value,
    /** Milliseconds from each key so far to its paint; counts anew afterwards. */
    async keys() {
      const times = await Promise.all(keysPainted);
      keysPainted = [];
      return times;
    },
    errorCount,
    /** Milliseconds from the press of the submit button to the paint of this many errors. */
    async submit(expected) {
      const start = performance.now();
      root().querySelector('form [type=submit]').click();
      return (await paintedWith(() => errorCount() >= expected)) - start;
    },
  };
})();

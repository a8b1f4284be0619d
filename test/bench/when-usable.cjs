// Loaded into a main process with -r, the same for every program that is measured: says on standard output when the first
// page shows a heading and a button that can be pressed, and has been painted.
const { app } = require('electron');

const USABLE = `new Promise((resolve) => {
  const look = () => {
    const button = document.querySelector('button:not([disabled])');
    if (document.querySelector('h1') && button) requestAnimationFrame(() => setTimeout(resolve, 0));
    else setTimeout(look, 2);
  };
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(USABLE).then(() => process.stdout.write(`usable ${Date.now()}\n`));
  });
});

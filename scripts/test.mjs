// Runs before anything is installed, on whatever Node there is: no dependency, no static import of newer syntax.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The tests need Node 20.19 or newer, and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const { runTests } = await import('./checks/run-tests.mjs');
await runTests({ quick: false });

// Runs before anything is installed, on whatever Node there is: no dependency, no static import of newer syntax.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Parley needs Node 20.19 or newer, and this is ${process.versions.node}: install a current Node from https://nodejs.org and start again.`,
  );
  process.exit(1);
}

const { start } = await import('./setup/start-parley.mjs');
await start({ dev: process.argv.includes('--dev') });

/** In seconds. */
const TRY_AGAIN_AFTER = 5;

/** What a visitor sees while the database doesn't answer: it needs nothing but itself, and asks again until it does. */
export function unavailablePage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${TRY_AGAIN_AFTER}">
<title>Parley · one moment</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { display: grid; min-height: 100dvh; margin: 0; place-content: center; padding: 1.5rem; text-align: center; }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; }
p { max-width: 26rem; margin: 0; opacity: .75; }
</style>
</head>
<body>
<main>
<h1>One moment</h1>
<p>Parley can’t reach its database right now. Nothing is lost: this page tries again by itself every few seconds.</p>
</main>
</body>
</html>
`;
}

/** The answer that carries it. */
export function unavailableHeaders(): Record<string, string> {
  return { 'content-type': 'text/html; charset=utf-8', 'retry-after': String(TRY_AGAIN_AFTER) };
}

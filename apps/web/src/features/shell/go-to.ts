/** Changes the address without asking the server: what it shows is in this browser, or is fetched by what shows it. */
export function goTo(href: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', href);
  else window.history.pushState(null, '', href);
}

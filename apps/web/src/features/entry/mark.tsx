/** The product's mark: what `icon.svg` shows, in the colours of the theme. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-7" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M11 25V8h6.25a5.75 5.75 0 0 1 0 11.5H11"
        className="fill-none stroke-accent-ink"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

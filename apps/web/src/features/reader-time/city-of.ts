/** What a time zone is called among people: the city that it is named for, as in "New York" of "America/New_York". */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

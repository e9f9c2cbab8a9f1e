import { describe, expect, it } from 'vitest';
import { parseSearchPlace, withSearch } from './search-place.ts';

const read = (href: string) => parseSearchPlace(new URL(href, 'http://localhost').searchParams);

describe('a search in the address', () => {
  it('is written and read again', () => {
    const place = { q: 'from:@ana "a & b"', tab: 'people', sort: 'NEWEST' } as const;
    expect(read(withSearch('/w/northwind/1?message=2&panel=members', place))).toEqual(place);
  });

  it('keeps the message that is open, takes the place of the panel, and goes without a trace', () => {
    const place = { q: 'tea', tab: 'messages', sort: 'RELEVANCE' } as const;
    const href = withSearch('/w/northwind/1?message=2&panel=members', place);
    expect(href).toBe('/w/northwind/1?message=2&find=tea');
    expect(withSearch(href, null)).toBe('/w/northwind/1?message=2');
    expect(withSearch('/w/northwind', null)).toBe('/w/northwind');
  });

  it('takes no tab that there is not, and is none where nothing was searched', () => {
    expect(read('/w/northwind?find=&find-tab=constructor')).toEqual({ q: '', tab: 'messages', sort: 'RELEVANCE' });
    expect(read('/w/northwind')).toBeNull();
  });
});

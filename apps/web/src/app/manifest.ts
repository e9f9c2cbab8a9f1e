import type { MetadataRoute } from 'next';

/** What a device shows of Parley once it is put on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Parley',
    short_name: 'Parley',
    description: 'Team chat that you host yourself.',
    id: '/',
    start_url: '/',
    display: 'standalone',
    background_color: '#fdfcfa',
    theme_color: '#f4f1eb',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/apple-icon.png', sizes: '180x180', type: 'image/png', purpose: 'maskable' },
    ],
  };
}

/** Words that belong together: the `{problem}` of a scene comes with its `{cause}`. */
export const tables: readonly { readonly names: readonly string[]; readonly rows: readonly (readonly string[])[] }[] = [
  {
    names: ['problem', 'cause'],
    rows: [
      ['labels come out rotated.', 'Printer driver set to landscape. The switch is under Devices, "portrait".'],
      ['they do not get the confirmation mails.', 'Their filter holds them. Ask them to allow mail.northwind.example.'],
      [
        'a driver is stuck on "waiting for sync".',
        'Phone storage is full, 20 MB left. After clearing photos it goes on by itself.',
      ],
      [
        'the price differs from the offer.',
        'The offer was before the fuel surcharge of this month. It is in the small table below the total.',
      ],
      [
        'one address is always rejected.',
        'Post code with a space in it. We accept that from the next train on, for now without.',
      ],
      ['two people see different totals.', 'One of them has a filter on "my depot". Reset filters and they agree.'],
      ['the import says "row 214 is invalid".', 'There is a line break inside the company name in that row.'],
      [
        'their new colleague cannot see any shipments.',
        'Role is "Billing only". An admin there can change it under People.',
      ],
      [
        'the pickup was not booked although it says so.',
        'The carrier cancelled it ten minutes later. I booked it again, and the history shows both.',
      ],
      ['tracking shows the parcel in the sea.', 'Position of the ferry, correct for once.'],
      ['they were charged twice.', 'One is a reservation by the card company, it goes away in three days.'],
      [
        'the app asks for the code again and again.',
        'Clock of the phone is eleven minutes off. Automatic time, then it works.',
      ],
      ['customs refuses the document.', 'Weight is in pounds. The account was set to imperial, probably by accident.'],
      [
        'the webhook stopped on Sunday.',
        'Their server answered 410 Gone for a day, so we turned it off, as documented. One click turns it on again.',
      ],
      ['they cannot delete an old depot.', 'It still has two planned trips. Move those and the button wakes up.'],
      [
        'the weekly report is empty.',
        'It runs on Sunday night in UTC and they close the week on Monday. I moved theirs by a day.',
      ],
      [
        'search does not find a customer with an umlaut.',
        'It was imported with a broken encoding, "MÃ¼ller". I repaired the eleven that look like that.',
      ],
      [
        'one truck drives a detour every day.',
        'It is marked as 4.2 m high, there is a bridge of 4.1 m. The truck is 3.9 m.',
      ],
    ],
  },
  {
    names: ['alert', 'alertCause'],
    rows: [
      [
        'queue of **labels** is longer than 500.',
        'One customer prints their whole week at once. It drains in two minutes.',
      ],
      [
        '**geocoder** answers slowly, 2.1 s.',
        'Upstream is slow. Cache takes most of it, I raised its lifetime for today.',
      ],
      [
        'memory of **import-1** is 88 %.',
        'A file with 400,000 rows. It streams, but the preview did not. Fixed in the next build.',
      ],
      ['no heartbeat of **ferry-feed** for 10 minutes.', 'They moved the file again. New address is in the settings.'],
      [
        'login failures are above normal.',
        'A script tries old passwords from one address. Rate limit holds, address is blocked.',
      ],
      [
        'replication lag is 12 s.',
        'The monthly report. It reads from the replica, so nobody notices. Will be gone in a minute.',
      ],
      ['**push** rejects 3 % of the messages.', 'Old tokens after the app update. They clean themselves up.'],
      [
        'error rate of **quotes** is 1.6 %.',
        'A carrier answers in another currency. We refuse that, rightly. Told them.',
      ],
    ],
  },
];

/** What pull requests are called: a change and the part it is made in. */
export const changes = [
  'Retry',
  'Cache',
  'Validate',
  'Simplify',
  'Test',
  'Speed up',
  'Split',
  'Log',
  'Paginate',
  'Rename',
  'Fix',
  'Translate',
] as const;
export const parts = [
  'the carrier client',
  'the label renderer',
  'the tariff lookup',
  'the address form',
  'the pickup calendar',
  'the shipment list',
  'the export job',
  'the ferry timetable',
  'the permission check',
  'the map tiles',
  'the webhook sender',
  'the invoice PDF',
  'the driver login',
  'the route preview',
  'the customs document',
  'the stop list',
] as const;

/** Line icons of the page, drawn on a 20-pixel grid in the colour of the text. */
const PATHS = {
  undo: 'M7 4 3 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H8',
  redo: 'm13 4 4 4-4 4M16.5 8H8a4.5 4.5 0 0 0 0 9h4',
  open: 'M2.5 15.5v-11a1 1 0 0 1 1-1h4l2 2h6a1 1 0 0 1 1 1v2M2.5 15.5l2.4-6.3a1 1 0 0 1 .9-.7h11a.8.8 0 0 1 .8 1.1l-1.9 5.2a1 1 0 0 1-1 .7z',
  save: 'M10 3v9.5M6.5 9.5 10 13l3.5-3.5M3.5 14v2a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-2',
  sample:
    'M3.5 4.5a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1zM3.5 8h13M8 8v8.5M3.5 12.2h13',
  close: 'm5 5 10 10M15 5 5 15',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={18} height={18} aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

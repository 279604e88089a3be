/** The mark: a clock face with its first quarter filled. */
export const Mark = ({ size }: { size: number }) => (
  <svg className="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="2.4" />
    <path d="M12 12V5.2A6.8 6.8 0 0 1 18.8 12z" fill="currentColor" />
  </svg>
)

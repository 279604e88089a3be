export interface QrPictureProps {
  /** What a scanner reads. */
  text: string
  /** What a screen reader says. */
  label: string
}

interface Props {
  /** A glyph of the shared drawings (miniapp/src/ui/Icon) or of styles/icons.scss. */
  name: string
  size?: number
}

/** A drawn glyph in the colour of the text around it; the control around it carries the name. */
export const Icon = ({ name, size = 18 }: Props) => (
  <i className={`yk-icon yk-icon--${name}`} style={{ width: size, height: size }} aria-hidden="true" />
)

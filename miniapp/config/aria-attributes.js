/**
 * Accessible names on the elements we use; Taro 4's own templates drop them. Build time and run time read this one
 * list; it is shipped as it stands, without Babel, so it must stay ES5.
 */
module.exports = {
  View: { 'aria-label': '', 'aria-role': '' },
  Text: { 'aria-label': '', 'aria-role': '' },
  Button: { 'aria-label': '', 'aria-role': '' },
  Input: { 'aria-label': '', 'aria-role': '' },
  Textarea: { 'aria-label': '', 'aria-role': '' },
  Image: { 'aria-label': '', 'aria-role': '' },
  Canvas: { 'aria-label': '', 'aria-role': '' },
  ScrollView: { 'aria-label': '', 'aria-role': '' },
  Map: { 'aria-label': '', 'aria-role': '' },
}

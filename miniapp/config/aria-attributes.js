/** Accessible names on the elements we use; Taro 4's own templates drop them. Build time and run time read this one list. */
const aria = { 'aria-label': '', 'aria-role': '' }

module.exports = {
  View: { ...aria },
  Text: { ...aria },
  Button: { ...aria },
  Input: { ...aria },
  Textarea: { ...aria },
  Image: { ...aria },
  Canvas: { ...aria },
  ScrollView: { ...aria },
  Map: { ...aria },
}

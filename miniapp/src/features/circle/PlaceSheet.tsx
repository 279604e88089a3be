export { PlacePanel as PlaceSheet } from './PlacePanel'

import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './aria-attributes'

mergeInternalComponents(attributes)

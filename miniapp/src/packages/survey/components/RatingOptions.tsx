import { View } from '@tarojs/components'
import { named } from '@/ui/named'
import { Pressable } from '@/ui/Pressable'
import './rating-options.scss'

const options = [
  { rating: 5, text: '很满意' },
  { rating: 4, text: '满意' },
  { rating: 3, text: '一般' },
  { rating: 2, text: '不满意' },
  { rating: 1, text: '很不满意' },
] as const

interface Props {
  /** The question, for the name of the group. */
  question: string
  /** Undefined: not answered yet. Null: skipped. */
  rating: number | null | undefined
  skipText: string
  onRate: (rating: number) => void
  onSkip: () => void
}

/** 很满意 to 很不满意, and a way not to answer that is as plain as the answers. */
export const RatingOptions = ({ question, rating, skipText, onRate, onSkip }: Props) => (
  <>
    <View className="rating" {...named({ role: 'radiogroup', label: question })}>
      {options.map((option) => (
        <Pressable
          key={option.rating}
          role="radio"
          label={option.text}
          pressed={option.rating === rating}
          className={`rating__option ${option.rating === rating ? 'is-on' : ''}`}
          onPress={() => onRate(option.rating)}
        >
          <View className="rating__dot" />
          {option.text}
        </Pressable>
      ))}
    </View>
    <Pressable className="rating-skip" label={skipText} pressed={rating === null} onPress={onSkip}>
      {rating === null ? '✓ 已跳过这题' : skipText}
    </Pressable>
  </>
)

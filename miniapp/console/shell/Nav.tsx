import { NavLink } from 'react-router'
import { Icon } from '../ui/Icon'
import { navItems } from './nav-items'

interface Props {
  onGo?: () => void
}

export const Nav = ({ onGo }: Props) => (
  <nav className="nav" aria-label="栏目">
    {navItems.map((item) => (
      <NavLink key={item.to} to={item.to} onClick={onGo} className={'apart' in item ? 'apart' : undefined}>
        <Icon name={item.icon} />
        {item.label}
      </NavLink>
    ))}
  </nav>
)

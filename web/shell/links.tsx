import {
  ActionIcon,
  type ActionIconProps,
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  Group,
  Menu,
  type MenuItemProps,
  NavLink,
  type NavLinkProps,
  UnstyledButton,
  type UnstyledButtonProps,
} from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type As<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>

/** Mantine's components as links of the router: typed addresses, and pages that change without a reload. */
export const LinkAnchor = createLink((props: As<AnchorProps>) => <Anchor {...props} />)
export const LinkButton = createLink((props: As<ButtonProps>) => <Button component="a" {...props} />)
export const LinkIcon = createLink((props: As<ActionIconProps>) => <ActionIcon component="a" {...props} />)
export const LinkNav = createLink((props: As<NavLinkProps>) => <NavLink component="a" {...props} />)
export const LinkItem = createLink((props: As<MenuItemProps>) => <Menu.Item component="a" {...props} />)
export const LinkArea = createLink((props: As<UnstyledButtonProps>) => (
  <UnstyledButton component="a" {...props} />
))
/** The way back to the list that a page was reached from. */
export const LinkBack = createLink(({ children, ...props }: As<AnchorProps>) => (
  <Anchor size="sm" {...props}>
    <Group component="span" gap={4} display="inline-flex">
      <IconArrowLeft size="1rem" aria-hidden />
      {children}
    </Group>
  </Anchor>
))

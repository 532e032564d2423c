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

/** Mantine's components as links of the router, with typed paths and without reloading the page. */
export const LinkAnchor = createLink((props: As<AnchorProps>) => <Anchor {...props} />)
export const LinkButton = createLink((props: As<ButtonProps>) => <Button component="a" {...props} />)
export const LinkIconButton = createLink((props: As<ActionIconProps>) => (
  <ActionIcon component="a" {...props} />
))
export const LinkNavItem = createLink((props: As<NavLinkProps>) => <NavLink component="a" {...props} />)
export const LinkMenuItem = createLink((props: As<MenuItemProps>) => <Menu.Item component="a" {...props} />)
export const LinkArea = createLink((props: As<UnstyledButtonProps>) => (
  <UnstyledButton component="a" {...props} />
))
/** A link back to the list. */
export const BackLink = createLink(({ children, ...props }: As<AnchorProps>) => (
  <Anchor size="sm" {...props}>
    <Group component="span" gap={4} display="inline-flex">
      <IconArrowLeft size="1rem" aria-hidden />
      {children}
    </Group>
  </Anchor>
))

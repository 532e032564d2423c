import type { orders as english } from '../en/orders.ts'
import type { Same } from '../same.ts'

export const orders: Same<typeof english> = {
  paper: {
    sandbox: 'BAC À SABLE — sans valeur postale',
    from: 'Expéditeur',
    to: 'Destinataire',
    weight: 'Poids : {{weight}}',
    orders: 'Commandes : {{codes}}',
    slip: 'Bordereau de colis',
    pieces_one: 'Un article',
    pieces_other: '{{count}} articles',
    tracking: 'Numéro de suivi : {{number}}',
    none: {
      labels: 'Aucune étiquette à imprimer : aucun de ces colis n’en a une des nôtres.',
      slips: 'Aucun bordereau à imprimer : aucun colis n’attend d’être emballé.',
    },
  },
}

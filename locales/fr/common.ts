import type { common as english } from '../en/common.ts'
import type { TranslationOf } from '../translation.ts'

export const common: TranslationOf<typeof english> = {
  roles: { owner: 'Propriétaire', admin: 'Administrateur', seller: 'Vendeur', support: 'Assistance' },
  purposes: {
    owner: 'La personne qui a créé le compte. Ce rôle ne se donne pas.',
    admin: 'Des personnes de grande confiance qui aident à gérer les opérations de tous les jours.',
    seller: 'Des personnes qui animent surtout les livestreams de la boutique.',
    support:
      'Des personnes qui préparent surtout les livestreams, expédient les commandes et s’occupent des clients.',
  },
}

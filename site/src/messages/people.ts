/** How each form asks who somebody is and where they work; what is empty is not asked, or needs no hint. */
type Who = {
  name: string
  nameHint: string
  email: string
  emailHint: string
  phone: string
  phoneHint: string
  organization: string
  organizationHint: string
  choose: string
  members: string
  others: string
  other: string
  employer: string
  employerHint: string
  jobTitle: string
  jobTitleHint: string
}

const BASE: Who = {
  name: 'Your name',
  nameHint: '',
  email: 'Your e-mail address',
  emailHint: '',
  phone: 'Phone',
  phoneHint: '',
  organization: 'Your employer',
  organizationHint: '',
  choose: 'Choose from the list',
  members: 'Member districts and agencies',
  others: 'Other organizations',
  other: 'Not listed',
  employer: 'Name of your employer',
  employerHint: '',
  jobTitle: '',
  jobTitleHint: '',
}

const APPLICANT: Who = {
  ...BASE,
  nameHint: 'First and last name.',
  emailHint: 'The link to the application goes there.',
  phoneHint: 'In case an e-mail does not arrive.',
  jobTitle: 'Job title',
}

/** The words of the fields for a person and their employer, by the form they stand in. */
export const people = {
  register: {
    ...BASE,
    nameHint: 'As it should stand on your name tag and certificate.',
    emailHint: 'The confirmation goes there, with a link to change or cancel.',
    phoneHint: 'Only for news on the day itself.',
    organizationHint: 'It decides who gets the bill. If your school is part of a district, choose the district.',
    other: 'Not listed, or not employed right now',
    employerHint: 'If nobody employs you right now, write “none.”',
    jobTitle: 'What you do there',
    jobTitleHint: 'Such as third grade teacher, or substitute.',
  },
  person: {
    ...APPLICANT,
    organizationHint: 'If your school is part of a district, choose the district.',
    jobTitleHint: 'Such as equity coach, or principal.',
  },
  team: {
    ...APPLICANT,
    name: 'Name of the contact',
    email: 'E-mail address of the contact',
    organization: 'District or agency',
    organizationHint: 'The one that takes part.',
    employer: 'Name of the district or agency',
    jobTitleHint: 'Such as director of student services.',
  },
  submit: {
    ...BASE,
    nameHint: 'Reviewers do not see it.',
    emailHint: 'The link to your work goes there.',
    phone: '',
    organization: 'Where you work',
    organizationHint: 'So that nobody from there reviews your work.',
    choose: 'Choose one',
    members: '',
    others: '',
  },
  staff: {
    ...BASE,
    name: 'Name',
    email: 'E-mail address',
    emailHint: 'The confirmation goes there. Empty: nothing can be sent, and the certificate is printed.',
    organization: 'Employer',
    choose: 'Choose an employer',
    members: 'Member districts',
    others: 'Others',
    employer: 'Employer, if not listed',
  },
} satisfies Record<string, Who>

/** A form that asks who somebody is. */
export type Asker = keyof typeof people

import type { PageContent } from './types.ts'

export const pages: PageContent[] = [
  {
    title: 'About the collaborative',
    slug: 'about',
    summary:
      'Several school districts share one program of learning about equity. This is its catalog and its registration desk.',
    body: `One district can offer a good workshop. Several districts together can offer a whole program, with enough dates that you can fit one in and enough company that you are not the only person from your school who cares.

## Five programs, one desk

- **[Cultural Collaborative](/courses).** Courses for everyone who works in a member district, from the front desk to the superintendent. Three circles show how they fit together.
- **[Educational Equity Community of Practice](/collaboratives/educational-equity-community-of-practice).** Eight live mornings online with coaching, held in 2024 for Wisconsin educators.
- **[Reimagine Minnesota](/reimagine-minnesota).** Nine strategies that metropolitan districts worked out together. Courses here are tagged with them.
- **[Purposeful Collaboration](/credentials/purposeful-collaboration).** A micro-credential you earn by showing what you did with others.
- **[Peer Collaboratives](/collaboratives).** Four of them, for district and agency teams.

## Many on ramps

We do not insist on one path. Some people begin with a two-day foundation, others with an afternoon about one topic. Try something, see what it does for your students, change it, and go again. Some courses ask you to complete another one first, and each page says so at the top.

## What you can do here without an account

Find a course, see what comes before it and what it opens, when and where it meets, what it costs, and until when you can cancel free of charge. Registration on this site opens later this season. Until then the registration desk takes your name by e-mail or phone.

## Where the content comes from

Names of programs, dates, amounts and rules follow the published texts of the West Metro Education Program (WMEP), Wisconsin’s Educational Equity Network, the Association of Metropolitan School Districts (AMSD), the Teacher Leadership Institute (NEA) and WestEd. The words are ours. Courses, dates, places, districts, phone numbers and e-mail addresses in this demonstration are made up, and so are the non-member rates, because the sources give none.`,
  },
  {
    title: 'Our adult learning vision',
    slug: 'learning-vision',
    summary: 'Why adults learn first: three promises about people, company and staying power.',
    body: `Students cannot fix the patterns adults built. That is why the Cultural Collaborative teaches adults.

Its aim is plain: nobody should be able to guess from a student’s race how well that student will do. To get there, we teach strategies, we work on the systems around them, and we stay in honest contact with families and students of all races.

## a. You grow, and so do your relationships

Everyone employed in a member district can take part, in any job. You become more culturally competent and more aware of race. Your relationships become more genuine. And both students and the adults around them, of all races, get support in working out who they are racially and culturally.

## b. You are not alone

We train equity leaders and offer programs for students. We also keep a table where people from many districts pool what they know, work side by side and ask one another, “Did you do it?”

## c. The work lasts

Districts change superintendents, budgets and plans. With the collaborative behind them they keep racial equity work going, even speed it up. They break up racism that institutions carry, and they are ready for the pushback that comes the same way each time.

## How we talk about it

We recommend [one protocol for talking about race](/framework), so that a group spends its time on the subject and not on the words. We also offer more than one point of view on how to raise achievement for every student while gaps close, because more people join in when there is more than one door.

Source: Cultural Collaborative, West Metro Education Program (WMEP); the wording is ours.`,
  },
  {
    title: 'How Reimagine Minnesota came about',
    slug: 'reimagine-minnesota',
    summary: 'From a meeting of superintendents in 2016 to three recommendations and nine strategies.',
    body: `## March 2016: a meeting

Superintendents of metropolitan districts met in March 2016 to talk about where education in Minnesota was going. They agreed on this: under the state constitution every student has a right to a school that is both fair and excellent, one where they can become all they are able to be. Race, gender and family income make no difference to that right.

## A lawsuit in the background

The year before, in 2015, *Cruz-Guzman v. State of Minnesota* had been filed. It claims that schooling in the state falls short of what the constitution calls “adequate,” because students of color and students in poverty are segregated in the schools of Minneapolis and Saint Paul. What the plaintiffs ask for could mean busing, or one school district for the whole metropolitan area.

A similar suit was filed in 1995. Such cases can run for years, and the superintendents did not want to wait. They decided to write a plan of their own, in the belief that people who lead schools, working with students, parents, staff and neighbors, know best what stands in the way.

## January to May 2017: listening

At their request the Association of Metropolitan School Districts (AMSD) formed a committee for the purpose. From January through May 2017 AMSD held **12 community conversations** around the metropolitan area. **More than 3,000 people** came: students, parents, staff, business and cultural leaders, neighbors. They left **more than 10,000 responses**, counting suggestions and comments.

## From answers to a plan

Curriculum experts, equity leaders, principals and teachers then sat down in teams and worked through everything that had been said. Out of that came **three recommendations**. More teams, again with many people’s advice, wrote [nine key strategies](/strategies), so that districts would share one language, one vision and common goals.

## What it is not

It is not one-size-fits-all. Every district decides for itself, with needs and challenges that are its own. The document does not say which strategy belongs to which recommendation, and we do not guess.

It is not finished, either. It asks school leaders to go on working together and trading ideas, educators to question the usual way of doing things, and the state’s policy makers to lead boldly and to provide money that schools do not have today.

Source: Reimagine Minnesota, [Association of Metropolitan School Districts](https://www.amsd.org); the wording is ours.`,
  },
  {
    title: 'Accessibility',
    slug: 'accessibility',
    summary:
      'How to use this site your way, how to ask for what you need at a session, and what to do when something fails.',
    body: `You should be able to find a course, register and take part, whatever your eyes, ears, hands or connection are like.

## On this site

- Everything works with a keyboard alone, and you can always see where you are.
- Pages work without scripts, on a phone, printed, and enlarged to four times their size.
- Each circle has a shape and a pattern as well as a color, and its name is always written out.
- Forms say what went wrong, beside the field, and keep what you typed.
- Documents such as certificates and invoices also come as web pages.

We build to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.

## At a session

Tell us what you need when you register, or call: sign language or spoken-language interpreters, captions, large print, a step-free room, a place to nurse or pray, food you can eat. Interpreters are easiest to find with two weeks’ notice. Later is no reason not to ask.

## When something does not work

Write to accessibility@example.org or call 612-555-0122. Say which page it was and what you tried. We will find another way for you to do it and answer within two business days. The fix itself may take longer, and we will tell you when it is done.`,
  },
  {
    title: 'Privacy',
    slug: 'privacy',
    summary: 'What we ask you for, who sees it, and what you can change.',
    body: `We ask for what a registration desk needs, and no more.

## What we keep

- **To hold your seat:** your name, your e-mail address, your employer on that day, and what you told us about access or food.
- **To show that you were there:** which days and how many minutes you attended. Certificates rest on this.
- **To settle costs:** who was billed, for what, and under which rule.
- **To show what you agreed to:** the text of the terms as it stood, with the date.

If you apply to a collaborative or hand in work for a credential, we keep that as well. Work is stored privately and reviewers see it without your name. It may show children, so leave their names out and get permission first.

## Who sees it

The staff who run sessions and bills. Your district sees the registrations it pays for. People who edit this website do not see registrations at all. We do not sell or rent your data, and this site sets no advertising cookies.

## What you decide

The media release and the mailing list are two separate choices, and you can change either one at any time. Your own page, by the link we send to your mailbox, gives you everything we hold about you in one file. You can have mistakes corrected, and have yourself erased: hours and payments stay then, under no name. When a record is no longer needed we erase it; records of attendance and payment are kept as long as the law or your license renewal may call for them.

Write to registration@example.org, and we will answer in plain words.`,
  },
]

import type { CredentialContent } from './types.ts'

/**
 * Purposeful Collaboration, after the micro-credential of the Teacher Leadership Institute (NEA). Structure, limits,
 * citations and level names are the source’s; the descriptions are ours. The number of attempts and the days until an
 * answer are not in the source: they follow common practice of issuers.
 */
export const credentials: CredentialContent[] = [
  {
    title: 'Purposeful Collaboration',
    slug: 'purposeful-collaboration',
    stackName: 'Diversity, Equity, and Cultural Competence leadership pathway, Teacher Leadership Institute',
    stackSize: 3,
    summary:
      'Show that you can bring very different people together to question what is unfair in education and to change it.',
    keyMethod:
      'You do things that build alliances and make others want to work together, on purpose, for equity in education. You lead or facilitate groups of people who differ from one another, and with them you promote and put forward policy changes that support equity, diversity and cultural competency.',
    components: [
      {
        title: 'Look at yourself',
        text: 'Assess yourself as a member of a community you have identified. Ask how your biases, the privilege you have experienced and your own values could affect the way you lead. As part of this, settle what you want to achieve as a leader.',
      },
      {
        title: 'Learn what is needed and plan',
        text: 'Find out what the community needs and what comes first. Gather data on one or more of these: how numbers and stories are used, what people do now, and which needs the data or its analysis show most clearly. Then plan how you will draw in colleagues or a wide mix of people to meet at least one of those needs.',
      },
      {
        title: 'Carry it out',
        text: 'Put the plan to work: bring members of the community together in a meeting or an activity that takes up their needs and priorities. You may collect your evidence at any such meeting or activity. It does not have to be the first step of the plan.',
      },
      {
        title: 'Think back',
        text: 'Reflect on how well the meeting or activity worked, on your part in it as a leader, and on what you did to make purposeful collaboration better.',
      },
    ],
    research: [
      {
        citation:
          'Hattie, J. (2015). What works best in education: The politics of collaborative expertise (Open Ideas). Pearson.',
        url: 'https://www.pearson.com/content/dam/corporate/global/pearson-dot-com/files/hattie/150526_ExpertiseWEB_V1.pdf',
        note: 'Building on his visible learning studies, Hattie pools many analyses of what makes teaching effective and argues that expertise which teachers share is among the strongest levers a school has.',
      },
      {
        citation:
          'Leithwood, K., Seashore-Louis, K., Anderson, S., & Wahlstrom, K. (2010). Learning from Leadership: Investigating the Links to Improved Student Learning. New York, NY: The Wallace Foundation.',
        note: 'A Wallace Foundation study by teams at the universities of Toronto and Minnesota. Leadership that many people share had more effect on achievement than leadership by one. Higher-performing schools gave more say to teacher teams, parents and students, and principals and district leaders kept their influence when others gained some.',
      },
      {
        citation:
          'Ronfeldt, M., Farmer, S. O., McQueen, K., & Grissom, J. A. (2015). Teacher collaboration in instructional teams and student achievement. American Educational Research Journal, 52(3), 475–514.',
        note: 'More than 9,000 teachers in Miami-Dade took part. Where teachers worked together well, in a school or one by one, math and reading scores rose more, and the teachers themselves improved faster.',
      },
    ],
    resources: [
      {
        title: 'Gorski, P. & Swalwell, K. (2015, March). Equity literacy for all. Education Leadership.',
        url: 'http://illinoiscte.org/images/pdr/EquityLiteracyforAll.pdf?lbisphreq=1',
      },
      {
        title: 'Spencer-Oatey, H. (2012). What is culture? A compilation of quotations. GlobalPAD Core Concepts.',
        url: 'https://www2.warwick.ac.uk/fac/soc/al/globalpad.openhouse.interculturalskills/global_pad_-_what_is_culture.pdf',
      },
      { title: 'Gloria Ladson-Billings (2010), video', url: 'https://youtu.be/h7eOSaj3K9o' },
      { title: 'Equity Definition, The Glossary of Education Reform', url: 'http://www.edglossary.org/equity/' },
      {
        title: 'The Problem with that Equity vs. Equality Graphic You’re Using',
        url: 'http://www.culturalorganizing.org/the-problem-with-that-equity-vs-equality-graphic/',
      },
      {
        title:
          'National Board for Professional Teaching Standards: sections on Equity/Diversity from the various subject and grade level standards',
        url: 'https://docs.google.com/document/d/1j854M227ovL1XaQswBDhxZH-besQDxQeLBsdIE9gGv8/edit?usp=sharing',
      },
      { title: 'National Board’s Five Core Propositions, interactive site', url: 'http://accomplishedteacher.org/' },
      {
        title: 'What Teachers Should Know and Be Able to Do (PDF)',
        url: 'http://www.nbpts.org/sites/default/files/what_teachers_should_know.pdf',
      },
      {
        title: 'Social Justice Book List, August 2017, National Network of State Teachers of the Year',
        url: 'http://www.nnstoy.org/wp-content/uploads/2017/08/NNSTOY-Social-Justice-Book-List.pdf',
      },
    ],
    parts: [
      {
        number: 1,
        title: 'Context Questions',
        kind: 'prompts',
        note: 'Two written answers of up to 500 words each. Each is judged: passing, or not yet.',
        prompts: [
          {
            title: 'Needs Assessment',
            text: 'Assess what your environment needs.',
            questions: [
              { text: 'Which change could help people collaborate with purpose toward a more just environment?' },
              { text: 'What do you want this change to achieve: your goals or outcomes?' },
              {
                text: 'What will you do, in one action or several, to help meet the need? Say how your own philosophy of collaborating for social justice connects to your goals.',
              },
            ],
            wordLimit: 500,
            limitKind: 'hard',
            passing:
              'You write clearly and with enough detail that a reader understands why your environment has to become more just, and how what you chose to do could bring that about.',
          },
          {
            title: 'Plan of Action',
            text: 'Lay out how you will collaborate with purpose. Set the scene: the diverse group you facilitate, and how its members work together.',
            questions: [
              { text: 'Who is there?' },
              { text: 'Which outcomes or goals does the meeting or activity have for promoting educational equity?' },
            ],
            wordLimit: 500,
            limitKind: 'hard',
            passing:
              'You describe two things: the part you play in this diverse group, and how the activity took up or advanced educational equity.',
          },
        ],
        evidence: [],
      },
      {
        number: 2,
        title: 'Work Examples/Artifacts',
        kind: 'evidence',
        note: 'Three components. Reviewers score each one with the rubric in Part 3, and each has to reach Proficient. A recording may last 10 minutes at most and must not be edited.',
        prompts: [],
        evidence: [
          {
            title: 'Awareness',
            text: 'Hand in evidence of how you collaborated with purpose. It may take any of these forms.',
            options: [
              { text: 'Strategies', kind: 'file' },
              { text: 'Models', kind: 'file' },
              { text: 'A proposal', kind: 'file' },
            ],
            mustShow: [
              {
                text: 'A proposal for putting fair practices and policies in place so that people can collaborate with purpose.',
              },
              {
                text: 'What you yourself did to support or promote reflection that measures growth in diversity, equity, social justice and cultural competence.',
              },
            ],
            note: 'Both points have to be visible, whichever form you choose.',
          },
          {
            title: 'Building Capacity',
            text: 'Hand in evidence of an activity in which people collaborated with purpose. Choose one of these.',
            options: [
              {
                text: 'Sound or video from a meeting or an event: unedited, 10 minutes at most.',
                kind: 'recording',
                maxMinutes: 10,
              },
              {
                text: 'An account in writing, up to 500 words: who took part in the meeting, how you are connected to them, what happened, and how you showed competence in this skill.',
                kind: 'text',
                wordLimit: 500,
              },
              {
                text: 'Artifacts, documents, photos or other data that show you leading at one meeting or event of your plan, with a full description of up to 500 words: the meeting or event, your connection to those present, and how you showed competence in this skill.',
                kind: 'file',
                wordLimit: 500,
              },
            ],
            mustShow: [
              {
                text: 'How you and people of other cultures worked together to create strategies and put plans into action.',
              },
            ],
            note: 'Get permission from everyone who can be seen or heard. Leave students’ names out.',
          },
          {
            title: 'Analysis',
            text: 'Ask a colleague or someone else who took part to evaluate what you did. Hand in that person’s feedback on how you facilitated purposeful collaboration among people with different backgrounds and interests.',
            options: [
              { text: 'Written feedback of 500 words at most.', kind: 'text', wordLimit: 500 },
              { text: 'Video feedback of 10 minutes at most, unedited.', kind: 'recording', maxMinutes: 10 },
            ],
            mustShow: [{ text: 'The view of a colleague or another participant on how you facilitated.' }],
            note: 'This is somebody else’s view, not a self-reflection. Yours comes in Part 4.',
          },
        ],
      },
      {
        number: 3,
        title: 'Scoring Guide',
        kind: 'guide',
        note: 'Nothing to hand in. Reviewers read your Part 2 with this rubric: two rows, Facilitate and Lead, each at one of three levels. You need Proficient throughout.',
        prompts: [],
        evidence: [],
      },
      {
        number: 4,
        title: 'Reflection',
        kind: 'reflection',
        note: 'One written answer of up to 500 words, judged passing or not yet.',
        prompts: [
          {
            title: 'Reflection',
            text: 'Look back at an event or activity you held, then look ahead.',
            questions: [
              { text: 'How did you and your diverse group work together to advance educational equity?' },
              { text: 'Which steps will you take next to build partnerships for educational equity?' },
              { text: 'Which roadblocks, a few at least, could you meet on the way?' },
              { text: 'How could you get past them and keep promoting purposeful collaboration?' },
            ],
            wordLimit: 500,
            limitKind: 'hard',
            passing:
              'You think hard about how you worked with a diverse group, and you say briefly and clearly what comes next, what may stand in the way and how you will get around it.',
          },
        ],
        evidence: [],
      },
    ],
    levels: [{ name: 'Proficient' }, { name: 'Basic' }, { name: 'Developing' }],
    criteria: [
      {
        name: 'Facilitate',
        levels: [
          {
            text: 'The evidence shows or tells how you helped or inspired others to form alliances with people and groups unlike themselves, and those alliances led to a change in an organization or system, or pointed to one, that affects people, groups or cultures long underserved or pushed to the margins.',
          },
          {
            text: 'The evidence shows or tells how you helped others form alliances with people and groups unlike themselves in order to work on inequity. It does not yet reach a change in the organization or system.',
          },
          {
            text: 'The evidence shows or tells how you worked with people and groups on matters that affect those long underserved or pushed to the margins. You took part; helping others form alliances is not yet visible.',
          },
        ],
      },
      {
        name: 'Lead',
        levels: [
          {
            text: 'The evidence shows or tells of one or more leadership roles that you were invited into, promoted or took on, in which you facilitated and inspired collaboration across cultures toward a definite policy change or goal that affects people, groups or cultures long underserved or pushed to the margins.',
          },
          {
            text: 'The evidence shows or tells of places to learn, skills and ways of working that give people the chance to value and celebrate how cultures differ. It does not yet aim at a policy change or goal.',
          },
          {
            text: 'The evidence shows or tells of the skills and ways of working a person needs to engage and work with cultural groups other than their own.',
          },
        ],
      },
    ],
    passRule: {
      passParts: [1, 4],
      scoredPart: 2,
      requiredLevel: 'Proficient',
      note: 'The printed guide contradicts itself. It asks for a pass in “Parts 1 and 3” and Proficient for each component of Part 2, yet its Part 3 is the Scoring Guide and the reflection is Part 4. We read it so: Part 1 (both answers) and Part 4, the Reflection, must pass. Part 2 has three components and the rubric has two rows, so each component is scored on Facilitate and on Lead, and all six scores must be Proficient.',
    },
    attempts: 3,
    reviewDays: 5,
    reviewers: '1',
    graceMinutes: 15,
    keepMonths: 12,
    contacts: ['credential-reviews'],
    order: 1,
  },
]

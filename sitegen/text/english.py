"""What is particular to English: the words that rules need to know.

Small on purpose, and facts only. A rule looks at the shape and the place of a word first and
asks these tables last.
"""

MONTHS = frozenset(
    """
    january jan february feb march mar april apr may june jun july jul august aug september sept
    sep october oct november nov december dec
    """.split()
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

STOPWORDS = frozenset(
    """
    a about above according across added after again against ahead all almost along already also
    although always am amid among an and another any anyone anything are around as asked at away
    back be became because become been before began behind being below between both but by called
    came can cannot come could day days despite did do does doing done down during each earlier
    early either else end enough even ever every everyone everything except few first five
    following for former four from full further gave get give given go going gone got had half has
    have having he her here hers herself high him himself his hour hours how however i if in
    including indeed instead into is it its itself just keep kept know known last late later least
    left less let like likely little long look made make makes making many may me means meanwhile
    might million minutes month months more moreover most much must my near nearly need needed
    neither never new next nine no nobody none nor not nothing now number of off often old on once
    one only or other others our out over own part people per perhaps place point put quite rather
    really recent recently said same say saying says second see seen set seven several shall she
    should show since six so some someone something soon still such take taken ten than that the
    their them then there therefore these they thing things third this those though three through
    thus time times to today together told tomorrow too took total toward towards tried turn two
    under until unless up upon us use used very want was way we week weeks well went were what
    whatever when where whether which while who whole whom whose why will with within without
    would year years yes yesterday yet you your
    """.split()
)

# Words that stand before a person's name and are not part of it.
TITLES = frozenset(
    """
    acting admiral ambassador archbishop baron baroness bishop brother captain cardinal chairman
    chairwoman chancellor chief coach colonel commander commissioner congressman congresswoman
    corporal councillor count countess dame defence defense deputy director doctor dr duchess duke
    emperor engineer envoy executive father finance foreign former general governor health
    imam inspector interior judge justice king lady lawmaker leader lieutenant lord madam major
    mayor minister minster miss mother mr mrs ms national officer pope premier president prime
    prince princess professor prof queen rabbi rector rep representative republican democratic
    rev reverend saint secretary security sen senator senior sergeant sheikh sheriff sir sister
    speaker special spokesman spokesperson spokeswoman sultan superintendent trade transport
    treasurer vice
    """.split()
)

# Longer titles with small words inside.
LONG_TITLES = (
    "Secretary of State",
    "Secretary of Defense",
    "Director of National Intelligence",
    "Minister of Foreign Affairs",
    "Leader of the Opposition",
    "Chief of Staff",
    "House of Commons Speaker",
)

# Capitals that name no one: adjectives of peoples and faiths, and courtesies.
NOT_NAMES = frozenset(
    """
    black white hispanic asian african european western eastern northern southern christian muslim
    jewish catholic protestant hindu buddhist sikh islamic islamophobia antisemitism god internet
    christmas easter ramadan united little great am pm gmt utc est covid tv ok mr mrs ms dr photo
    file north south east west northeast northwest southeast southwest
    ministry council parliament congress senate
    cabinet committee commission party government court police army navy university hospital
    city state county province island river street church school bank union ngo ngos
    """.split()
)

# Words at the head of a sentence that mean what stands before it.
NEEDS_BEFORE = frozenset(
    """
    he she it they his her its their him them this that these those such so but and or yet then
    still also however instead meanwhile moreover nevertheless nonetheless therefore thus
    afterwards besides additionally furthermore likewise similarly both neither either another
    """.split()
)

PERSONS = frozenset("he she they him her them".split())

# Words by which a writer speaks to readers, or of the own person.
TO_READERS = frozenset("you your yours yourself i me my mine i'm i've you're you've".split())

// Pages of news as they are saved from a browser, in their usual shape and in our own words: each
// tells of the papers of two sides, with the page's furniture and other stories around them.

/** Two memoranda handed over at talks, told by a paper that does not exist. */
export const talksPage = `<!DOCTYPE html>
<!-- saved from url=(0044)https://courier.example/world/istanbul-papers -->
<html lang="en"><head><meta charset="utf-8"><title>What the two memoranda say | The Example Courier</title>
<meta property="og:title" content="What the two memoranda handed over in Istanbul say">
<meta property="og:site_name" content="The Example Courier">
<meta property="article:published_time" content="2025-06-03T08:15:00+00:00">
<script>window.page = { id: 4 };</script></head>
<body>
<div class="consent" role="dialog"><p>We use cookies.</p><button>Accept all</button></div>
<header><a href="/"><img src="logo.svg" alt="The Example Courier"></a>
<nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>
<h1>What the two memoranda handed over in Istanbul say</h1>
<p>By a staff writer, 3 June 2025</p>
<div class="share"><a href="https://a.example/share">Share</a> <a href="https://b.example/share">Post</a></div>
<p>The delegations of Ukraine and Russia met in Istanbul for little more than an hour and exchanged
papers. Both were published afterwards, officials said.</p>
<p>The Ukrainian memorandum asks for the following:</p>
<ol>
<li>A full ceasefire on land, at sea and in the air, for at least 30 days.</li>
<li>The return of all deported children.</li>
<li>An exchange of all prisoners, all for all.</li>
</ol>
<p>A spokesman said that the paper had been sent to the other side some days before.</p>
<p>Read also: <a href="/world/port-strike">Dockers vote on a new offer</a></p>
<h2>The Russian memorandum</h2>
<p>It has three sections, of which the second offers two ways to a ceasefire:</p>
<ul>
<li>Option 1: Ukraine withdraws its forces from four regions.</li>
<li>Option 2: a package of measures, among them no foreign military aid.</li>
</ul>
<p>The sides agreed to exchange the bodies of the fallen, 6,000 each, the heads of the delegations
told reporters.</p>
<aside><h3>Related</h3><ul><li><a href="/world/summit">A summit in spring?</a></li></ul></aside>
</article>
<section class="more"><h2>More news</h2>
<article><h3><a href="/sport/cup">Cup final ends in a draw</a></h3><p>The two teams demand: a replay.</p></article>
<article><h3><a href="/weather">Storm moves north</a></h3></article></section>
</main>
<section id="comments"><h2>Comments (2)</h2><p>ann: at last</p><p>bob: we will see</p></section>
<footer><p>© The Example Courier</p><form><input name="mail"><button>Subscribe</button></form></footer>
</body></html>`;

/** The papers of a union and of an employer, on a page without the elements made for articles. */
export const strikePage = `<html><head><title>Ferry talks resume - Harbour Times</title>
<meta name="author" content="H. Writer"></head><body>
<div id="top"><a href="/">Home</a> <a href="/local">Local</a> <a href="/jobs">Jobs</a></div>
<form action="/search"><input name="q"><input type="submit" value="Search"></form>
<div id="content">
<h1>Ferry talks resume as both sides put their papers on the table</h1>
<p>Talks about working time on the ferries of Norhaven resumed on Tuesday with the help of a mediator,
after a strike of four days in which no ferry had left the harbour and goods had waited on the quay.</p>
<p>In its paper, the union demands:</p>
<ul>
<li>a working week of 35 hours from 1 January;</li>
<li>a rise of pay of 6.5 per cent, and at least 150 a month;</li>
<li>no dismissals for two years.</li>
</ul>
<p>The chair of the works council told this paper that the crews were ready to go on with the strike, and
that two thirds of them had voted for the list as it stands.</p>
<p><b>What the company offers</b></p>
<p>According to the company’s paper, three points are open to talks:</p>
<p>1. A working week of 38 hours, with 36 hours in winter.</p>
<p>2. A rise of pay of 3 per cent in each of two years.</p>
<p>3. Dismissals only after talks with the works council.</p>
<p>The mediator said that she would speak with both sides apart before they meet again on Friday, and that
nothing was agreed before everything was agreed.</p>
</div>
<div id="side"><h2>Most read</h2><ul><li><a href="/a">New bridge opens in May</a></li>
<li><a href="/b">School gets a roof</a></li><li><a href="/c">Choir looks for tenors</a></li></ul></div>
<script>track('page')</script></body></html>`;

/** The same kind of report as plain text, with a second story behind a line. */
export const tradeReport = `Tariffs: the two offers side by side

The delegations of Estmark and Vallonia have met for a fourth round. What they put on the table was
told to correspondents on Thursday.

Estmark proposes:

1. Tariffs on steel fall to 5 per cent within two years.
2. Both sides recognise each other's tests of machines.
3. Quotas for sugar are lifted.

Vallonia's proposals:

- Tariffs on steel fall to zero at once.
- Quotas for sugar stay at 200,000 tonnes a year.

The next round is planned for May, a spokeswoman said.

* * *

Rain ends a dry spring

Farmers in the south breathe again after a week of rain.
`;

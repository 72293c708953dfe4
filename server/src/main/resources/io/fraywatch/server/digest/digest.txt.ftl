${day}

${opening}
<#list notices as notice>

${notice.title}: ${notice.text}
<#if notice.link?has_content>
All mailboxes: ${notice.link}
</#if>
</#list>
<#list rows as row>

----------------------------------------------------------------

${row.client}<#if row.level == "red"> [act today]<#else> [keep an eye on it]</#if><#if row.change == "worse"> (worse than before)</#if>
${row.subject}
Since ${row.since}
<#list row.causes as cause>

${cause.title}: ${cause.why}
<#list cause.quotes as quote>
  > ${quote}
</#list>
<#if cause.norm?has_content>
${cause.norm}
</#if>
What helps: ${cause.advice}
</#list>

${row.link}
</#list>

----------------------------------------------------------------

<#if standing?has_content>
${standing}
</#if>
${looked}
Today's page: ${site}/

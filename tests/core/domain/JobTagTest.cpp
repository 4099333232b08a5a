#include "core/domain/JobTag.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(JobTag, IsAKeyWithAValueOrAKeyAlone)
{
    EXPECT_EQ(jobTag("team: wine"), (JobTag{"team", "wine"}));
    EXPECT_EQ(jobTag("team=wine"), (JobTag{"team", "wine"}));
    EXPECT_EQ(jobTag(" stage : try = out "), (JobTag{"stage", "try = out"}));
    EXPECT_EQ(jobTag(" draft "), (JobTag{"draft", ""}));
    EXPECT_EQ(jobTag("team:"), (JobTag{"team", ""}));
}

TEST(JobTag, AnAddressIsOnePlainTag)
{
    for (const char *address :
        {"http://x", "https://wine.example/a?b=c:d", "s3://wine/a=1", "git+ssh://host/wine"})
        EXPECT_EQ(jobTag(address), (JobTag{address, ""}));
    EXPECT_EQ(jobTag("paper: https://wine.example/a"), (JobTag{"paper", "https://wine.example/a"}));
    EXPECT_EQ(jobTag("paper=https://wine.example/a"), (JobTag{"paper", "https://wine.example/a"}));
}

TEST(JobTag, HasNoKeyWhereThereIsNone)
{
    for (const char *text : {"", "  ", ": wine", "=wine"})
        EXPECT_EQ(jobTag(text).key, "") << text;
}

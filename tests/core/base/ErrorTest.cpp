#include "core/base/Error.h"

#include "core/base/ErrorJson.h"

#include <gtest/gtest.h>

#include <cerrno>

using namespace atelier;

TEST(Error, SurvivesTheWayThroughJson)
{
    const Error error{ErrorKind::TooLarge, "document.too-large", "The document has 9 MB.", {{"size", "9 MB"}},
        {"job.yml", 3, 7, "jobs.fit"}};
    EXPECT_EQ(errorFromJson(toJson(error)), error);
}

TEST(Error, DescribesItsPlaceAsFarAsItIsKnown)
{
    Error error{ErrorKind::Invalid, "x", "Wrong.", {}, {}};
    EXPECT_EQ(describe(error), "Wrong.");
    error.location.path = "inputs.rate";
    EXPECT_EQ(describe(error), "inputs.rate: Wrong.");
    error.location.file = "job.yml";
    error.location.line = 3;
    error.location.column = 7;
    EXPECT_EQ(describe(error), "job.yml:3:7: Wrong.");
}

TEST(Error, NamesTheReasonOfAFailedSystemCall)
{
    const Error error = systemError("file.write", "write the file a.txt", ENOSPC);
    EXPECT_EQ(error.kind, ErrorKind::StorageFull);
    EXPECT_EQ(error.sentence, "Cannot write the file a.txt: No space left on device.");
}

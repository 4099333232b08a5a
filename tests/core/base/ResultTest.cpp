#include "core/base/Result.h"

#include <gtest/gtest.h>

#include <memory>

using namespace atelier;

TEST(Result, HoldsAValueOrAnError)
{
    Result<std::unique_ptr<int>> value = std::make_unique<int>(7);
    ASSERT_TRUE(value);
    EXPECT_EQ(**value, 7);
    const Result<int> failed = Error{ErrorKind::NotFound, "x", "Not there.", {}, {}};
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().sentence, "Not there.");
}

TEST(Result, OfNothingIsSuccessUnlessToldOtherwise)
{
    EXPECT_TRUE(Result<void>());
    EXPECT_FALSE(Result<void>(Error{}));
}

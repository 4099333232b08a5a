#include "core/base/Sha256.h"

#include <gtest/gtest.h>

using namespace atelier;

// The expected digests are the examples of FIPS 180-4.
TEST(Sha256, AgreesWithThePublishedExamples)
{
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, OfPiecesIsThatOfTheWhole)
{
    Sha256 digest;
    for (const char c : std::string("abc"))
        digest.update({&c, 1});
    EXPECT_EQ(digest.finishHex(), sha256Hex("abc"));
}

TEST(Sha256, KnowsADigestByItsForm)
{
    EXPECT_TRUE(isSha256Hex(sha256Hex("x")));
    EXPECT_FALSE(isSha256Hex("../" + sha256Hex("x").substr(3)));
    EXPECT_FALSE(isSha256Hex(sha256Hex("x").substr(1)));
}

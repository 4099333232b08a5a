#include "core/log/Needle.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

using atelier::LetterCase;
using atelier::Needle;

TEST(Needle, FindsWhatStdStringFinds)
{
    std::mt19937 random(3);
    std::string text(20000, ' ');
    for (char &c : text)
        c = static_cast<char>('a' + random() % 3);
    for (std::size_t size = 1; size < 40; ++size) {
        for (int round = 0; round < 20; ++round) {
            const std::string sought = text.substr(random() % (text.size() - size), size);
            const std::size_t from = random() % text.size();
            EXPECT_EQ(Needle(sought, LetterCase::Match).find(text, from), text.find(sought, from));
        }
    }
}

TEST(Needle, FindsAtTheVeryEndAndNotBeyond)
{
    for (std::size_t size = 1; size < 50; ++size) {
        const std::string text(size, 'x');
        EXPECT_EQ(Needle("y").find(text), std::string::npos);
        EXPECT_EQ(Needle("y").find(text + 'y'), size);
    }
    EXPECT_EQ(Needle("longer").find("long"), std::string::npos);
    EXPECT_EQ(Needle("a").find(""), std::string::npos);
}

TEST(Needle, IgnoresCaseBeyondAscii)
{
    EXPECT_EQ(Needle("error").find("An ErRoR"), 3U);
    EXPECT_EQ(Needle("ÜBUNG äß").find("die übung ÄSS übung Äß"), 16U);
    EXPECT_EQ(Needle("привет").find("> ПРИВЕТ"), 2U);
    EXPECT_EQ(Needle("ΑΒ").find("αβ"), 0U);
    EXPECT_EQ(Needle("ÿ").find("øŸ"), 2U) << "ø has a byte of each";
}

TEST(Needle, MatchesCaseWhereAsked)
{
    EXPECT_EQ(Needle("Error", LetterCase::Match).find("error Error"), 6U);
    EXPECT_EQ(Needle("[x]@`{").find("{X}@`[ [X]@`{"), 7U);
    EXPECT_EQ(Needle("[").find("{"), std::string::npos);
}

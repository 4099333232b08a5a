#include "core/tracking/ArtifactPath.h"

#include <gtest/gtest.h>

using namespace atelier;

namespace {

std::string placed(const std::string &path)
{
    const auto place = parseArtifactPlace(path);
    if (!place)
        return "refused";
    return *place ? (*place)->experimentId + " " + (*place)->run + " " + (*place)->path : "nowhere";
}

} // namespace

TEST(ArtifactPath, LeadsToARunAndAPathWithinIt)
{
    EXPECT_EQ(placed("0/abc/artifacts/a.txt"), "0 abc a.txt");
    EXPECT_EQ(placed("12/abc/artifacts/model/data/x.bin"), "12 abc model/data/x.bin");
    EXPECT_EQ(placed("0/abc/artifacts"), "0 abc ");
    EXPECT_EQ(placed("0/abc/artifacts/"), "0 abc ");
    EXPECT_EQ(placed("0/abc/artifacts/dir/"), "0 abc dir");
    EXPECT_EQ(placed("0/abc/artifacts/artifacts/x"), "0 abc artifacts/x");
}

TEST(ArtifactPath, LeadsNowhereElse)
{
    for (const char *path : {"", "0", "0/abc", "0/abc/outputs/x", "0/abc/artifactsx",
             "0/models/m-1/artifacts/x", "0/a b/artifacts/x", "0/.hidden/artifacts/x"})
        EXPECT_EQ(placed(path), "nowhere") << path;
}

TEST(ArtifactPath, KeepsTheSignsOfImageNames)
{
    for (const char *name : {"images/a+step+1+timestamp+2+f0.png", "images/a%step%1%timestamp%2%2e4f-00.png",
             "50%.txt", "100%2", "sp ace", "größe 😀.txt", "a%2fb", "...", "a..b", "#1;v=2?x"})
        EXPECT_EQ(placed(std::string("0/r/artifacts/") + name), std::string("0 r ") + name);
}

TEST(ArtifactPath, RefusesWhatLeadsOutHoweverDisguised)
{
    for (const char *path :
        {"..", ".", "a/..", "a/../../b", "../x", "%2e%2e", "%2e%2e/x", ".%2e/x", "%2E%2E%2Fx", "%252e%252e",
            "%25252e%25252e/x", "a/%2e/b", "..\\x", "a\\b", "..%5cx", "a//b", "/etc/passwd", "a\nb",
            "a\x7f"
            "b"})
        EXPECT_EQ(placed(std::string("0/r/artifacts/") + path), "refused") << path;
    EXPECT_EQ(placed("/0/r/artifacts/x"), "refused");
    EXPECT_EQ(placed("0/../artifacts/x"), "refused");
    EXPECT_EQ(placed(std::string("0/r/artifacts/a\0b", 17)), "refused");
}

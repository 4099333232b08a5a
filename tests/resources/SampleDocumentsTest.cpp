#include "core/document/ComponentDocument.h"
#include "core/document/DataDocument.h"
#include "core/document/JobDocument.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace {

namespace fs = std::filesystem;
using namespace atelier;

const fs::path resources = fs::path(ATELIER_SOURCE_DIR) / "resources";

template<typename T>
void expectClean(const Loaded<T> &loaded, const fs::path &file)
{
    for (const auto *problems : {&loaded.errors, &loaded.warnings})
        for (const Error &problem : *problems)
            ADD_FAILURE() << file << ": " << describe(problem);
    EXPECT_TRUE(loaded.value) << file;
}

TEST(SampleDocuments, ThePipelineIsValidAndHasFourSteps)
{
    const fs::path file = resources / "sample" / "pipeline.yml";
    const auto loaded = loadJob(file);
    expectClean(loaded, file);
    const auto *pipeline = loaded.value ? std::get_if<PipelineJob>(&*loaded.value) : nullptr;
    ASSERT_NE(pipeline, nullptr);
    EXPECT_EQ(pipeline->jobs.size(), 4U);
    for (const auto &[name, step] : pipeline->jobs)
        EXPECT_EQ(step.component.name, name);
}

TEST(SampleDocuments, EveryComponentIsValid)
{
    int count = 0;
    for (const auto &folder : fs::directory_iterator(resources / "components")) {
        const fs::path file = folder.path() / "component.yml";
        expectClean(loadComponent(file), file);
        ++count;
    }
    EXPECT_EQ(count, 4);
}

TEST(SampleDocuments, EveryTableIsValidBesideItsFile)
{
    const test::TemporaryFolder folder;
    int count = 0;
    for (const auto &entry : fs::directory_iterator(resources / "sample" / "tables")) {
        const fs::path copy = folder / entry.path().filename().string();
        fs::copy_file(entry.path(), copy);
        test::write(fs::path(copy).replace_extension(".parquet"), "a table");
        const auto loaded = loadData(copy);
        expectClean(loaded, entry.path());
        if (loaded.value) {
            EXPECT_EQ(loaded.value->name, entry.path().stem());
        }
        ++count;
    }
    EXPECT_EQ(count, 4);
}

} // namespace

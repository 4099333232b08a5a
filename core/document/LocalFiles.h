#pragma once

#include "core/document/Problems.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace atelier {

/// Turns what a document says of files into what another process can use: component files become part of the
/// tree, paths become absolute, each relative to the file it stands in. What is missing is reported. Only
/// clients do this, as the user who wrote the document.
class LocalFiles
{
public:
    LocalFiles(Node &root, Problems &problems);

    void resolveJob();
    void resolveComponent();
    void resolveAsset();

private:
    void resolveSteps(Node &jobs);
    void resolveStep(Node &step, const std::string &path);
    /// False where the file cannot take the place of its name.
    bool includeComponent(Node &component, const std::string &path);
    void resolveCommandParts(Node &node, const std::string &path);
    void resolveEnvironment(Node &environment, const std::string &path);
    void resolveInputs(Node &holder, const std::string &path);
    void resolveStepTexts(Node &step);
    /// What does not exist yet need not be there.
    static void resolveOutputs(Node &holder);
    void resolveData(Node &text, std::string_view type, const std::string &path);
    /// Makes it absolute; false, with an error, where nothing is there.
    bool resolveExisting(Node &text, std::string_view what, const std::string &path);
    /// Reads a file that a node names, each file once.
    [[nodiscard]] const Node *read(const Node &name, std::string_view file, const std::string &path);

    Node &m_root;
    Problems &m_problems;
    std::map<std::filesystem::path, Node> m_files;
    std::size_t m_included = 0; ///< values of all files taken in
};

/// Warns where a command runs a script that its code folder does not hold.
void warnOfMissingScript(
    const std::string &command, const std::string &code, const std::string &path, Problems &problems);

} // namespace atelier

import { language } from '../language.ts'
import { groovyStates, LATER_GROOVY } from './groovy-rules.ts'

/** Gradle's build files. */
export const gradle = language({
  tag: 'gradle',
  filenames: ['*.gradle'],
  changes: [LATER_GROOVY],
  states: () => groovyStates(KEYWORDS, TYPES),
})

const KEYWORDS =
  'allprojects artifacts buildscript dependencies repositories sourceSets subprojects publishing'
const TYPES = `Project Task Gradle Settings Script JavaToolChain SourceSet SourceSetOutput IncrementalTaskInputs
  Configuration ResolutionStrategy ArtifactResolutionQuery ComponentSelection ComponentSelectionRules ConventionProperty
  ExtensionAware ExtraPropertiesExtension PublishingExtension IvyPublication IvyArtifact IvyArtifactSet
  IvyModuleDescriptorSpec MavenPublication MavenArtifact MavenArtifactSet MavenPom PluginDependenciesSpec
  PluginDependencySpec ResourceHandler TextResourceFactory`
